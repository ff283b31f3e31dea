// Preact without its layer for React, as it is recommended where nothing needs
// that: what React has and Preact has not is small.

import { Component, createElement } from "preact";

export { createContext } from "preact";
export { useCallback, useContext, useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";

export const useDeferredValue = (value) => value;

function shallow(a, b) {
  for (const name in a) if (a[name] !== b[name]) return false;
  for (const name in b) if (!(name in a)) return false;
  return true;
}

export function memo(Inner, equal = shallow) {
  return class extends Component {
    shouldComponentUpdate(next) {
      return !equal(this.props, next);
    }
    render(props) {
      return createElement(Inner, props);
    }
  };
}
