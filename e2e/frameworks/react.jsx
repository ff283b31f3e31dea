// A newsroom's page in React: the element is rendered, given a document, told
// to show something else, taken away and put back.

import { useState } from "react";
import { createRoot } from "react-dom/client";

const heard = (window.heard = []);

function Story({ documents }) {
  const [again, setAgain] = useState(0);
  const [there, setThere] = useState(true);
  const [which, setWhich] = useState(0);
  return (
    <main>
      <button id="again" onClick={() => setAgain(again + 1)}>{again}</button>
      <button id="there" onClick={() => setThere(!there)}>{String(there)}</button>
      <button id="which" onClick={() => setWhich(1 - which)}>{which}</button>
      {there && (
        <stance-comparison
          loading="eager"
          view="versus"
          parties={["russia", "ukraine"]}
          permalink={false}
          // A new object each time, as data from a server often is.
          data={structuredClone(documents[which])}
          onstance-ready={(event) => heard.push(`ready ${event.detail.view}`)}
          onstance-change={(event) => heard.push(`change ${event.detail.view}`)}
        />
      )}
    </main>
  );
}

const addresses = ["articles/ceasefire-2025.json", "articles/harbour-town.json"];
const documents = await Promise.all(addresses.map(async (address) => (await fetch(address)).json()));
createRoot(document.querySelector("#page")).render(<Story documents={documents} />);
