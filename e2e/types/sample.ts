// Everything that the element has, used as its types say.
import type {
  StanceComparison,
  StanceComparisonConstructor,
  StanceDocument,
  StanceProblem,
  StanceState,
} from "./standpoint";

const element = document.createElement("stance-comparison");
const same: StanceComparison = element;
const found: StanceComparison | null = document.querySelector("stance-comparison");

element.src = "article.json";
element.view = "versus";
element.parties = ["russia", "ukraine"];
element.topics = "ceasefire";
element.theme = "dark";
element.loading = "eager";
element.sourceText = "#story";
element.headingLevel = 3;
element.permalink = true;
element.builtIn = true;
element.src = null;
const read: string = element.src + element.view + element.parties + element.topics + element.theme;
const kept: boolean = element.permalink && element.builtIn;

declare const article: StanceDocument;
const headline: string | undefined = element.data?.article.headline;
element.data = article;
element.data = undefined;
const target = article.statements[0]?.target;
const selector = Array.isArray(target) ? target[0] : target;
const words: string | undefined = selector?.type === "RangeSelector" ? selector.startSelector.exact : selector?.exact;

element.state = { view: "timeline" };
element.state = "view=timeline&topic=ceasefire";
const state: StanceState | null = element.state;
element.show({ parties: ["russia"], topicOrder: "for/russia", open: null, kinds: ["narration"] });
element.reset();
const ready: Promise<StanceComparison> = element.ready;
const csv: Promise<string> = element.exportAs("csv");
const image: Promise<Blob> = element.picture("png");
const Comparison = customElements.get("stance-comparison") as StanceComparisonConstructor;
Comparison.resolve(document.body, { type: "TextQuoteSelector", exact: "a word" }).then(
  ({ state, ranges }) => state === "exact" && ranges[0]!.getBoundingClientRect(),
);
Comparison.resolve(document.body, "first,last");

element.addEventListener("stance-ready", (event) => event.detail.view === "matrix");
element.addEventListener("stance-change", function (event) {
  this.show({ search: event.detail.search });
});
document.addEventListener("stance-evidence", ({ detail }) => detail.open?.split("/"));
element.addEventListener("stance-error", ({ detail }) => {
  const problems: StanceProblem[] = detail.problems;
  console.warn(detail.message, problems[0]?.pointer, problems[0]?.mend);
});
element.addEventListener("click", (event) => event.clientX);
element.removeEventListener("stance-ready", () => {});

export { same, found, read, kept, headline, words, state, ready, csv, image };
