import assert from 'node:assert/strict';
import { bakeCard } from '../../../src/core/extract/bake/card.ts';
import { expectUses, extractWith } from '../../support/expectUses.ts';

describe('Bake: functions', () => {
	it('coalesce takes an empty text, as only null is nothing', () => {
		expectUses(bakeCard, 'docker-bake.hcl', 'target "a" {\n  tags = ["«x${coalesce("", ":no")}»"]\n}\n', ['bake-tag build-output docker.io/library/x:latest']);
	});

	const expect = (expression: string, value: string | undefined): void => {
		it(expression, () => {
			const use = extractWith(bakeCard, 'docker-bake.hcl', `target "a" {\n  tags = ["x:\${${expression}}"]\n}\n`).uses[0];
			assert.equal(use?.value, value === undefined ? undefined : `x:${value}`);
		});
	};
	for (const [expression, value] of [
		['1 + 2 * 3 - 8 / 2 % 3', '6'], ['-3 + 4', '1'], ['1 / 0', undefined], ['1 % 0', undefined], ['multiply(2, divide(9, 3))', '6'], ['modulo(7, 4)', '3'], ['divide(1, 0)', undefined], ['modulo(1, 0)', undefined],
		['max(1, 3, 2)', '3'], ['min(2, 1)', '1'], ['max("a")', undefined], ['min("a")', undefined], ['negate(add(1, -3))', '2'], ['absolute(-4)', '4'], ['int(2.7)', '2'], ['ceil(1.2)', '2'], ['floor(1.8)', '1'], ['parseint("42", 10)', '42'], ['parseint("x", 10)', undefined],
		['lessthan(1, 2) ? "y" : "n"', 'y'], ['lessthanorequalto(2, 2) ? "y" : "n"', 'y'], ['greaterthan(1, 2) ? "y" : "n"', 'n'], ['greaterthanorequalto(1, 2) ? "y" : "n"', 'n'], ['lessthan("a", 2) ? "y" : "n"', undefined],
		['reverse("abc")', 'cba'], ['join("", reverselist(["a", "b"]))', 'ba'], ['join("", slice(["a", "b", "c"], 1, 3))', 'bc'], ['join("", sort(["b", "a", "b"]))', 'abb'], ['join("", flatten([["a"], ["b"]]))', 'ab'],
		['join("", range(3))', '012'], ['join("", range(1, 6, 2))', '135'], ['join("", range(0, 1, 0))', undefined], ['join("", range(100000))', undefined],
		['join("", keys({b = 1, a = 2}))', 'ab'], ['join("", values({b = 1, a = 2}))', '21'], ['merge({a = "1"}, {a = "2"}).a', '2'], ['lookup(merge({a = "1"}, {a = "2"}), "a", "0")', '2'], ['join("", coalescelist([], ["a"]))', 'a'],
		['join("", formatlist("%s-x", ["a", "b"]))', 'a-xb-x'], ['basename("a/b/")', 'b'], ['dirname("/a/b")', '/a'], ['dirname("a")', '.'], ['dirname("/a")', '/'], ['indexof(["a", "b"], "b")', '1'], ['indexof(["a"], "b")', undefined],
		['base64encode("ab")', 'YWI='], ['base64decode("YWI=")', 'ab'], ['sanitize("a.b/c")', 'a_b_c'],
		['regex("[0-9]+", "v12")', '12'], ['regex("v([0-9]+)", "v12")', undefined], ['regex("z", "v12")', undefined], ['regex_replace("v1.2", "^v([0-9]+).*", "$1")', '1'], ['regex_replace("a/b c", "[^a-z]", "-")', 'a-b-c'], ['regex_replace("v12", "v(\\\\d+)", "$${1}x")', '12x'], ['regex_replace("v12", "v(\\\\d+)", "$1x")', ''],
		['regex_replace("aaaa", "(a+)+", "b")', undefined], ['regex_replace("aaaa", ".*.*.*.*", "b")', undefined], ['regex_replace(1, "a", "b")', undefined],
		['join("-", [for x in ["a", "b"] : upper(x)])', 'A-B'], ['join("-", [for i, x in ["a", "b"] : "${i}${x}" if x != "a"])', '1b'], ['join("-", [for k, v in {a = "1"} : "${k}${v}"])', 'a1'], ['lookup({for x in ["a"] : x => "${x}1"}, "a", "0")', 'a1'],
		['join("-", [for x in nope : x])', undefined], ['join("-", [for x in ["a"] : nope])', undefined], ['join("-", [for x in ["a"] : x if nope])', undefined], ['lookup({for x in ["a"] : nope => x}, "a", "0")', undefined], ['join("-", [for x in ["a"]])', undefined], ['join("-", [for x, y, z in ["a"] : x])', undefined], ['join("-", [for x in ["a"] : x => x])', undefined],
		['1 < 2 && 2 <= 2 ? "y" : "n"', 'y'], ['1 > 2 || 2 >= 2 ? "y" : "n"', 'y'], ['(1 == "1") != true ? "y" : "n"', 'y'], ['[1, {a = "b"}] == [1, {a = "b"}] ? "y" : "n"', 'y'], ['{a = 1} == {a = 2} ? "y" : "n"', 'n'], ['[1] == [1, 2] ? "y" : "n"', 'n'], ['!true ? "y" : "n"', 'n'], ['!"x" ? "y" : "n"', undefined], ['"a" + 1', undefined], ['1 == nope ? "y" : "n"', undefined],
		['["a", "b"][1]', 'b'], ['["a"]["x"]', undefined], ['{a = "1"}["a"]', '1'], ['1[0]', undefined], ['{a = nope}["a"]', undefined], ['"x".y', undefined], ['format("%q-%%", "a")', '"a"-%'], ['format("%x", 1)', undefined], ['format("%s")', undefined], ['join("-", ["a", [1]])', undefined], ['join("-", "a", ["b"])', 'a-b'],
		['and(true, true) ? "y" : "n"', 'y'], ['or(false, true) ? "y" : "n"', 'y'], ['not(false) ? "y" : "n"', 'y'], ['contains([1], "1") ? "y" : "n"', 'n'], ['contains(["1"], "1") ? "y" : "n"', 'y'], ['join("", distinct(["a", "a"]))', 'a'], ['length({a = 1})', '1'], ['element(["a", "b"], 3)', 'b'], ['index(["a"], 0)', 'a'], ['try("a", "b")', 'a'], ['can("a") ? "y" : "n"', 'y'], ['trim("xax", "x")', 'a'], ['trimsuffix("a.b", ".b")', 'a'], ['trimprefix("a", "b")', 'a'], ['title("ab cd")', 'Ab Cd'], ['chomp("a")', 'a'], ['substr("abc", -2, -1)', 'bc'], ['coalesce(null, "a")', 'a'], ['replace("a.b", ".", "")', 'ab'],
		['not("a") ? "y" : "n"', undefined], ['strlen("h\u00e4x")', '3'], ['trimprefix("v1.2", "v")', '1.2'], ['trimsuffix("a", "b")', 'a'], ['trimsuffix("a", "")', 'a'], ['join("|", split(",", "a,b"))', 'a|b'], ['join("", concat(["a"], ["b"]))', 'ab'],
		['join("", compact(["a", "", null, "b"]))', 'ab'], ['length(["a", "b"])', '2'], ['lookup({a = "1"}, "b", "0")', '0'], ['substr("abcd", 1, 2)', 'bc'], ['join("", distinct([nope]))', undefined],
		['1 / 3', undefined], ['7 / 2', '3.5'], ['pow(2, 3)', '8'], ['pow(2, 0.5)', undefined], ['pow(10, 100)', undefined], ['signum(-3)', '-1'], ['parseint("ff", 16)', '255'], ['indent(2, "a")', 'a'], ['hasindex(["a"], 0) ? "y" : "n"', 'y'], ['hasindex({a = 1}, "a") ? "y" : "n"', undefined],
		['join("", chunklist(["a", "b", "c"], 2)[0])', 'ab'], ['chunklist(["a"], 0)[0]', undefined], ['zipmap(["a", "b"], ["1", "2"]).b', '2'], ['zipmap(["a"], []).a', undefined], ['join(" ", [for p in setproduct(["a", "b"], ["1", "2"]) : join("-", p)])', 'a-1 a-2 b-1 b-2'],
		['join("", setunion(["b"], ["a", "b"]))', 'ab'], ['join("", setintersection(["a", "b"], ["b"]))', 'b'], ['join("", setsubtract(["a", "b"], ["b"]))', 'a'], ['setunion([1], ["a"])[0]', undefined], ['urlencode("a b/(c)")', 'a+b%2F%28c%29'], ['join("-", regexall("[0-9]+", "v1.22"))', '1-22'], ['length(regexall("z", "v1"))', '0'],
		['regex_replace("a//b c", "\\\\W+", "-")', 'a-b-c'], ['regex_replace("ab", "a(x)?b", "[$1]")', '[]'], ['regex_replace("h\u00e4x", "[^a-z]", "-")', undefined], ['regex_replace("ab", "b", "$$$$")', 'a$$'],
		['regex("*a", "a")', undefined], ['regexall("(?:a", "a")[0]', undefined], ['regex_replace("a", "[z-a]", "b")', undefined],
		['format("%[2]s%[1]s", "a", "b")', 'ba'], ['format("%02d", 3)', '03'], ['format("%5s|%-3s|", "a", "b")', '    a|b  |'], ['format("%t", true)', 'true'], ['format("%d", "a")', undefined], ['format("%.1f", 2)', undefined], ['format("%", 2)', undefined], ['formatlist("%s-%s", ["a", "b"], "c")[1]', 'b-c'], ['formatlist("%s", "c")[0]', undefined], ['formatlist("%s%s", ["a"], ["b", "c"])[0]', undefined],
		['basename("")', '.'], ['basename("//")', '/'], ['dirname("a//b")', 'a'], ['substr("h\u00e4x", 1, 1)', '\u00e4'], ['title("\u00e4b c")', '\u00c4b C'],
		['[{n = "a"}, {n = "b"}][1].n', 'b'], ['[{n = "a"}].0.n', 'a'], ['join("", [{n = "a"}, {n = "b"}][*].n)', 'ab'], ['[{n = "a"}, {n = "b"}].*.n[1]', 'b'], ['[{n = ["a", "b"]}][*].n[1][0]', undefined], ['[{n = ["a", "b"]}][*].n[1]', undefined], ['join("", [{n = ["a", "b"]}][*].n[1])', 'b'], ['{a = {b = "c"}}.a.b', 'c'], ['(["a"])[0]', 'a'], ['"x".*.y[0]', undefined], ['{a = 1}.b', undefined], ['{a = 1}.toString', undefined],
	] as const) { expect(expression, value); }

	for (const name of [
		'add', 'subtract', 'multiply', 'divide', 'modulo', 'lessthan', 'lessthanorequalto', 'greaterthan', 'greaterthanorequalto', 'negate', 'absolute', 'int', 'ceil', 'floor', 'max', 'min', 'parseint', 'upper', 'lower', 'title', 'trimspace', 'chomp', 'strlen', 'trimprefix', 'trimsuffix', 'trim', 'replace',
		'substr', 'split', 'join', 'format', 'concat', 'compact', 'distinct', 'flatten', 'reverse', 'reverselist', 'slice', 'sort', 'range', 'keys', 'values', 'merge', 'formatlist', 'indexof', 'length', 'element', 'index', 'contains', 'lookup', 'basename', 'dirname', 'base64encode', 'base64decode', 'sanitize', 'regex', 'regex_replace', 'coalescelist',
	]) { expect(`${name}(true, {}, false)`, undefined); }
});
