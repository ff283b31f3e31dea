// The widget's side of the element: what the loader asks of it.

import { glue } from "./glue.js";
import { open } from "./open.js";
import { show } from "./show.js";

Object.assign(glue, { open, show });
