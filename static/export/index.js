// What makes files and pictures for readers to take along.

import { embed } from "./embed.js";
import { glue } from "./glue.js";
import { draw } from "./picture.js";
import { save } from "./save.js";

Object.assign(glue, { draw, embed, save });
