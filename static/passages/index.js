// What finds passages in a page, and leads to them.

import { guardOf } from "../common/guard.js";
import { glue } from "./glue.js";
import { guide } from "./guide.js";
import { Passages } from "./passages.js";
import { resolve } from "./resolve.js";

/** @import {PassagesModule} from "../element/contract.js" */

Object.assign(glue, /** @satisfies {PassagesModule & { Passages: unknown }} */ ({ Passages, guard: guardOf(glue), guide, resolve }));
