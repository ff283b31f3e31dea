// Each line that begins with `wrong` is a mistake, and the compiler is to say so.
import type { StanceComparisonConstructor, StanceDocument } from "./standpoint";
const element = document.createElement("stance-comparison");
const wrong = (..._: unknown[]) => {};
declare const article: StanceDocument;

wrong((element.src = 1));
wrong((element.parties = [1]));
wrong((element.permalink = "yes"));
wrong((element.data = { format: "standpoint/2" }));
wrong((element.state = { view: "grid" }));
wrong(element.show({ view: "grid" }));
wrong(element.show({ partys: ["russia"] }));
wrong(element.show({ topicOrder: "upwards" }));
wrong(element.exportAs("pdf"));
wrong(element.picture("gif"));
wrong((customElements.get("stance-comparison") as StanceComparisonConstructor).resolve(document, ""));
wrong((element.ready = Promise.resolve(element)));
wrong(element.refresh());
wrong(element.addEventListener("stance-ready", (event) => event.detail.open.length));
wrong(element.addEventListener("stance-evidence", (event) => event.detail.view));
wrong((article.organizations[0]!.color = "red"));
wrong((article.statements[0]!.kind = "rumour"));
wrong(article.headline);
