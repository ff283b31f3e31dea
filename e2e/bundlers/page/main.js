import { define } from "standpoint";

const Ours = define("our-comparison");
if (define("our-comparison") !== Ours) throw new Error("the element has been given its name twice");
if (define() !== customElements.get("stance-comparison")) throw new Error("its own name is another's");
