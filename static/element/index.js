// The loader: a script that a page embeds. It defines the element, and brings
// the rest when somebody comes near it.

import { StanceComparison } from "./element.js";
import { NAME } from "./files.js";

customElements.define(NAME, StanceComparison);
