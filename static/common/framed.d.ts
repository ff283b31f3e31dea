// What the page in a frame tells the element that it shows.

/** An element in a frame. */
export interface Framed {
  /** What a link to the comparison begins with: the address of the page around the
      frame, and the frame's name in its fragment. */
  place?: string;
}
