/** Bundles the page's script and reads its style sheet; needs the bundler, which only a clone has. */
export declare function bundlePage(): Promise<{
	readonly script: string;
	readonly style: string;
}>;
