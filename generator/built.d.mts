/** What the built form was made from is written here, last of all. */
export declare const stamp: URL;

/** True when `dist` holds what the sources give. */
export declare function isCurrent(): boolean;

/** A digest of every file that goes into the built form, names included. */
export declare function digestOfSources(): string;
