export {
  createContext, memo, useCallback, useContext, useDeferredValue, useLayoutEffect, useMemo, useRef,
  useState,
} from "react";
