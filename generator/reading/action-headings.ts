import type { Section } from "../markdown/sections.ts";

const resource = /^(?<words>.*?)\s*\[(?<path>\/[^\]\s]*)\]\s*$/s;
const action =
	/^(?<words>.*?)\s*\[(?<method>GET|PUT|POST|DELETE|PATCH|HEAD|OPTIONS)(?:\s+(?<path>\/[^\]\s]*))?\]\s*$/s;

/**
 * `## Question [/questions/{id}]` above `### View [GET]`: the path stands in one heading, the method in headings under
 * it. Each of these gets the whole endpoint into its title.
 */
export function withActions(section: Section, around?: string): Section {
	const { heading } = section;
	const bare = (heading?.markdown ?? "").replace(/\\([[\]{}_])/g, "$1");
	const { path: own = around } = resource.exec(bare)?.groups ?? {};
	const { words = "", method, path = around } = action.exec(bare)?.groups ?? {};
	const titled =
		heading === undefined || method === undefined || path === undefined
			? heading
			: { ...heading, markdown: `${words} — ${method} ${path}` };
	return {
		...section,
		...(titled !== undefined && { heading: titled }),
		sections: section.sections.map((inner) => withActions(inner, own)),
	};
}
