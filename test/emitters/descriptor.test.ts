import { runInNewContext } from "node:vm";
import fc from "fast-check";
import { expect, test } from "vitest";
import {
	descriptorOf,
	methodData,
} from "../../generator/emitters/client/descriptor.ts";
import { hasParams } from "../../generator/emitters/client/params.ts";
import { planClient } from "../../generator/emitters/client/plan.ts";
import {
	type RuntimeName,
	readRuntime,
} from "../../generator/emitters/client/runtime.ts";
import type { Scope } from "../../generator/emitters/client/types.ts";
import type { ApiModel } from "../../generator/model/types.ts";
import { arbitraryModel } from "../models/arbitrary-model.ts";
import { sample } from "../models/sample.ts";
import { runtimeFiles } from "./runtime-files.ts";

const runtime = readRuntime(runtimeFiles());

test("a method describes its operation as the function does", () => {
	compare(sample);
	fc.assert(fc.property(arbitraryModel, compare), { numRuns: 100 });
});

/** Both descriptors of each operation, with the names of functions for the functions. */
function compare(model: ApiModel): void {
	const plan = planClient(model, runtime, "Client");
	for (const { operations } of plan.resources)
		for (const operation of operations) {
			const scope = scopeOf(plan);
			const parts = new Set<RuntimeName>();
			const method = methodData(operation, scope, parts);
			const { bare, ...data } = JSON.parse(JSON.stringify(method));
			const code = descriptorOf(operation, scope);
			const names = Object.fromEntries(
				[...scope.calls].map((name) => [name, name]),
			);
			const ownServer = (url: string) => url;
			const made = runInNewContext(`(${code})`, { ...names, ownServer });
			expect({ name: operation.path, ...data }).toEqual(
				JSON.parse(JSON.stringify(made)),
			);
			expect(bare === true).toBe(!hasParams(operation));
			const listed = data.pages === undefined ? [] : ["listed"];
			expect([...parts].sort()).toEqual([...scope.calls, ...listed].sort());
		}
}

function scopeOf(plan: Scope["plan"]): Scope {
	return {
		plan,
		references: new Set(),
		uses: new Set(),
		calls: new Set(),
		direction: "received",
	};
}
