// The widget's side of the element: what the loader asks of it.

import { guardOf } from "../common/guard.js";
import { glue } from "./glue.js";
import { open } from "./open.js";
import { show } from "./show.js";
import { unrolled } from "./unrolled.js";
import { within } from "./within.js";

/** @import {WidgetModule} from "../element/contract.js" */

Object.assign(glue, /** @satisfies {WidgetModule} */ ({ guard: guardOf(glue), open, show, unrolled, within }));
