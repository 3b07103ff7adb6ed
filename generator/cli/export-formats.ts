/** A description of the API that other programs read: the emitter that makes it, and which of its files it is. */
export interface ExportFormat {
	/** `docwright export <name>`. */
	readonly name: string;
	readonly description: string;
	readonly emitter: string;
	readonly path: string;
}

/** Every format there is; one more entry for each that follows. */
export const exportFormats: readonly ExportFormat[] = [
	{
		name: "openapi",
		description: "write the API as an OpenAPI 3.1 document",
		emitter: "openapi",
		path: "openapi.json",
	},
];
