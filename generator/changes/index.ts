export type { Change } from "../model/diff/change.ts";
export { ModelError, parseModel } from "../model/parse.ts";
export type { ApiModel } from "../model/types.ts";
export { changesJson } from "./changes-json.ts";
export { compareModels } from "./compare-models.ts";
export { printChangesText } from "./print-text.ts";
export { countChanges } from "./sentence.ts";
export { toldOf } from "./told.ts";
