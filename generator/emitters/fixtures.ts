import { jsonFile } from "../code/literal.ts";
import { memberPaths } from "../code/member-paths.ts";
import { callOf } from "../model/call.ts";
import { type PagesFixture, walkFixture } from "../model/fixtures/pages.ts";
import { requestFixture } from "../model/fixtures/request.ts";
import {
	type ResponseFixture,
	responseFixtures,
} from "../model/fixtures/response.ts";
import type { OutputFile } from "../text/output-file.ts";
import type { Emitter } from "./emitter.ts";

/**
 * Makes `fixtures/`: for each operation the arguments of a call, each documented answer, and for a list some pages; data,
 * never code.
 */
export function fixturesEmitter(): Emitter {
	return {
		name: "fixtures",
		emit(model) {
			const paths = memberPaths(
				model.operations.map((operation) => callOf(model, operation).path),
			);
			return model.operations.flatMap((operation, index) => {
				const path = `fixtures/${paths[index]?.files.join("/")}`;
				const request = jsonFile({ ...requestFixture(model, operation) });
				const walk = walkFixture(model, operation);
				return [
					{ path: `${path}.request.json`, text: request },
					...responseFixtures(model, operation).map((fixture) =>
						responseFile(path, fixture),
					),
					...(walk === undefined ? [] : [pagesFile(path, walk.fixture)]),
				];
			});
		},
	};
}

function responseFile(
	path: string,
	{ documented, ...fixture }: ResponseFixture,
): OutputFile {
	const { operation, status, source, docs, ...body } = fixture;
	const text = jsonFile({ operation, status, source, docs, ...body });
	return { path: `${path}.${documented}.json`, text };
}

function pagesFile(path: string, fixture: PagesFixture): OutputFile {
	const pages = fixture.pages.map((page) => ({ ...page }));
	return {
		path: `${path}.pages.json`,
		text: jsonFile({ ...fixture, pages }),
	};
}
