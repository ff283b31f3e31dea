// The loader: a script that a page embeds. It defines the element, and brings
// the rest when somebody comes near it.

import { StanceComparison } from "./element.js";
import { NAME } from "./files.js";

/** @import {StanceComparisonConstructor} from "../api/standpoint.js" */

customElements.define(NAME, /** @satisfies {StanceComparisonConstructor} */ (StanceComparison));
