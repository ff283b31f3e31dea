// The element <stance-comparison> in the JSX of React 19:
//
//     /// <reference path="standpoint.react.d.ts" />

import type { StanceJsx } from "./standpoint.js";

declare module "react" {
  namespace JSX {
    interface IntrinsicElements {
      "stance-comparison": StanceJsx;
    }
  }
}
