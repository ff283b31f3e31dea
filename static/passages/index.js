// What finds passages in a page, and leads to them.

import { glue } from "./glue.js";
import { guide } from "./guide.js";
import { Passages } from "./passages.js";
import { resolve } from "./resolve.js";

Object.assign(glue, { Passages, guide, resolve });
