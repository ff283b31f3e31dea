// Files: opened from where somebody keeps them, and given back.

/** Has a file chosen, and read as a text.
    @param {(name: string, text: string) => void} then */
export const open = (then) => {
  const input = document.createElement("input");
  input.type = "file";
  input.addEventListener("change", async () => {
    const [file] = input.files ?? [];
    if (file) then(file.name, await textOf(file));
  });
  input.click();
};

/** A file's text, with its byte order mark, which belongs to it.
    @param {Blob} file */
export const textOf = async (file) =>
  new TextDecoder("utf-8", { ignoreBOM: true }).decode(await file.arrayBuffer());

/** Gives somebody a file.
    @param {string} name
    @param {string} kind
    @param {string} text */
export const save = (name, kind, text) => {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: kind }));
  link.download = name;
  link.click();
  // Not at once: some browsers begin to read it only then.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
};
