import { expect, test } from "vitest";
import { errorName } from "../../generator/emitters/snapshot-tests/error-name.ts";
import { errorOf } from "../../templates/runtime/errors.ts";

test("generated tests expect the class that the runtime throws", () => {
	for (let status = 200; status < 600; status++)
		expect(errorOf(status).prototype.name, `${status}`).toBe(errorName(status));
});
