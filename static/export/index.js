// What makes files and pictures for readers to take along.

import { guardOf } from "../common/guard.js";
import { embed } from "./embed.js";
import { glue } from "./glue.js";
import { mended } from "./mended.js";
import { draw } from "./picture.js";
import { read } from "./read.js";
import { save } from "./save.js";

/** @import {ExportModule} from "../element/contract.js" */

Object.assign(glue, /** @satisfies {Partial<ExportModule>} */ ({ draw, embed, guard: guardOf(glue), mended, read, save }));
