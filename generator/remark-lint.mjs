import { entry } from "./entry.mjs";

// What `remark --use docwright/remark-lint` loads.
const { remarkLint } = await import(await entry("remark-lint"));

export default remarkLint;
