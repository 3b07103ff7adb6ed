import type { DocumentText, ReportSummary, Subject } from "../data.ts";

/** What the page holds, each part read when it is asked for the first time. */
export interface Store {
	readonly summary: ReportSummary;
	readonly subjects: () => readonly Subject[];
	readonly document: (index: number) => DocumentText | undefined;
}

/** Opens the data of the page that it runs in. */
export function openStore(): Store {
	const subjects = once(() => dataOf<readonly Subject[]>("subjects") ?? []);
	const texts = new Map<number, DocumentText | undefined>();
	return {
		summary: dataOf<ReportSummary>("summary") ?? {
			title: "",
			operations: 0,
			documents: [],
			diagnostics: [],
			unread: [],
		},
		subjects,
		document(index) {
			if (!texts.has(index))
				texts.set(index, dataOf<DocumentText>(`document-${index}`));
			return texts.get(index);
		},
	};
}

/** Computes a value when it is first asked for. */
export function once<Value>(make: () => Value): () => Value {
	let made: { readonly value: Value } | undefined;
	return () => {
		made ??= { value: make() };
		return made.value;
	};
}

/** What `printPage` wrote under this id. */
function dataOf<Data>(id: string): Data | undefined {
	const text = document.getElementById(id)?.textContent;
	return text === undefined || text === null ? undefined : JSON.parse(text);
}
