package org.jointdefence.registry.http;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Documents that are written to cost as much as they can. */
public final class HostileDocuments {

    private HostileDocuments() {}

    /** By what is hostile in them. */
    public static Map<String, String> all() {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("100 operations of fragments that double", doubling(30) + many(100, i -> "query q" + i + "{...f0}"));
        all.put(
                "fields of fragments that double",
                many(
                                20,
                                i ->
                                        "fragment f%d on PartnerFirm{a:sources{partnerFirms{nodes{...f%d}}} b:sources{partnerFirms{nodes{...f%d}}}}"
                                                .formatted(i, i + 1, i + 1))
                        + "fragment f20 on PartnerFirm{id}{partnerFirms{nodes{...f0}}}");
        all.put(
                "15 kB of spreads",
                many(30, i -> "fragment f" + i + " on Query{" + ("..." + "f" + (i + 1) + " ").repeat(80) + "}")
                        + "fragment f30 on Query{__typename}{...f0}");
        all.put(
                "many operations with one large fragment",
                "fragment f on PartnerFirm{" + many(90, i -> "b" + i + ":id") + many(400, i -> "id") + "}"
                        + many(200, i -> "query q" + i + "{partnerFirms{nodes{...f}}}"));
        all.put(
                "one large argument, spread often",
                "fragment f on Query{partnerFirms(where:{legalName:{in:[" + "\"\" ".repeat(900) + "]}}){totalCount}}"
                        + many(90, i -> "query q" + i + "{...f ...f}"));
        all.put(
                "a chain of fragments",
                many(450, i -> "fragment f" + i + " on Query{...f" + (i + 1) + "}")
                        + "fragment f450 on Query{__typename}{...f0}");
        all.put(
                "fragments in a circle",
                many(450, i -> "fragment f" + i + " on Query{...f" + (i + 1) % 450 + "}") + "{...f0}");
        all.put("fragments of one name", many(400, i -> "fragment f on Query{__typename}") + "{...f}");
        all.put(
                "an integer of 60,000 digits",
                "query($n:Int=" + "9".repeat(60_000) + "){partnerFirms(first:$n){totalCount}}");
        all.put(
                "a fraction of 60,000 digits",
                "{allocations(where:{value:{amount:{eq:0." + "9".repeat(60_000) + "}}}){totalCount}}");
        all.put("an exponent beyond integers", "{allocations(where:{value:{amount:{eq:1e2147483648}}}){totalCount}}");
        all.put("a large exponent", "{allocations(where:{value:{amount:{eq:1e999999999}}}){totalCount}}");
        all.put("3,900 unknown fields", "{" + many(3_900, i -> "a" + i) + "}");
        all.put("one field 3,900 times", "{" + many(3_900, i -> "__typename") + "}");
        all.put("unknown fields without end", "{viewer{" + many(3_900, i -> "x".repeat(12)) + "}}");
        all.put("unknown arguments", "{partnerFirms(" + many(1_300, i -> "a" + i + ":1") + "){totalCount}}");
        all.put(
                "errors that quote much",
                "{agreements(where:{and:[" + many(80, i -> "{title:{eq:[\"" + " with value '".repeat(30) + "\"]}}")
                        + "]}){totalCount}}");
        all.put(
                "a value of the wrong type, 60 kB",
                "{partnerFirms(first:\"" + " with value '".repeat(4_000) + "\"){totalCount}}");
        all.put("900 variables", "query(" + many(900, i -> "$a" + i + ":Int") + "){__typename}");
        all.put("one variable 900 times", "query(" + many(900, i -> "$a:Int") + "){__typename}");
        all.put(
                "a list of 3,900 enums",
                "{agreements(where:{status:{in:[" + "PENDING ".repeat(3_900) + "]}}){totalCount}}");
        all.put(
                "a default of 3,900 enums",
                "query($s:[AgreementStatus!]=[" + "PENDING ".repeat(3_900)
                        + "]){agreements(where:{status:{in:$s}}){totalCount}}");
        all.put("700 orders", "{agreements(orderBy:[" + "{field:TITLE}".repeat(700) + "]){totalCount}}");
        all.put("a filter of 900 parts", "{agreements(where:{and:[" + "{not:{}}".repeat(600) + "]}){totalCount}}");
        all.put("a deep filter", "{agreements(where:" + "{not:".repeat(70) + "{}" + "}".repeat(70) + "){totalCount}}");
        all.put("deep lists", "{agreements(where:" + "[".repeat(240) + "]".repeat(240) + "){totalCount}}");
        all.put(
                "deep fields",
                "{partnerFirms{nodes{" + "sources{partnerFirms{nodes{".repeat(40) + "id" + "}}}".repeat(40) + "}}}");
        all.put("deep inline fragments", "{" + "...{".repeat(230) + "__typename" + "}".repeat(230) + "}");
        all.put("many inline fragments", "{" + "...{__typename}".repeat(900) + "}");
        all.put(
                "a block string of 60,000 lines",
                "{agreements(where:{title:{eq:\"\"\"" + "\n".repeat(60_000) + "\"\"\"}}){totalCount}}");
        all.put(
                "a block string of escapes",
                "{agreements(where:{title:{eq:\"\"\"" + "\\\"\"\"".repeat(15_000) + "\"\"\"}}){totalCount}}");
        all.put(
                "a block string without an end",
                "{agreements(where:{title:{eq:\"\"\"" + "\\\"\"\"".repeat(15_000) + "}}){totalCount}}");
        all.put("unicode escapes", "{agreements(where:{title:{eq:\"" + "\\u0041".repeat(10_000) + "\"}}){totalCount}}");
        all.put("comments", "#\n".repeat(32_000) + "{__typename}");
        all.put("one long comment", "#" + "x".repeat(65_000) + "\n{__typename}");
        all.put("white space", " \n\t,".repeat(16_000) + "{__typename}");
        all.put("a name of 65,000 letters", "{" + "a".repeat(65_000) + "}");
        all.put("directives", "{__typename " + "@include(if:true)".repeat(600) + "}");
        all.put("unknown directives", "{__typename " + "@a".repeat(1_900) + "}");
        all.put("one operation 600 times", "query a{__typename}".repeat(600));
        all.put("types", "type A{a:Int} ".repeat(500));
        all.put(
                "80 long aliases of all countries",
                "{" + many(4, i -> "r" + i + ":countries{" + many(24, j -> "a" + j + "x".repeat(200) + ":name") + "}")
                        + "}");
        all.put(
                "pages in pages",
                "query($n:Int){partnerFirms(first:$n){nodes{productionFacilities(first:$n){nodes{operators(first:$n){nodes{productionFacilities(first:$n){nodes{id}}}}}}}}}");
        all.put(
                "many operations with chains of fragments",
                many(40, i -> "fragment f" + i + " on Query{...f" + (i + 1) + "}") + "fragment f40 on Query{__typename}"
                        + many(300, i -> "query q" + i + "{...f0}"));
        all.put(
                "ten chains of fragments",
                many(
                                10,
                                j -> many(
                                                40,
                                                i -> "fragment f" + j + "_" + i + " on Query{...f" + j + "_" + (i + 1)
                                                        + "}")
                                        + "fragment f" + j + "_40 on Query{__typename}")
                        + "{" + many(10, j -> "...f" + j + "_0") + "}");
        all.put("digits in a text", "{agreements(where:{title:{eq:\"" + "9".repeat(60_000) + "\"}}){totalCount}}");
        all.put("digits in a name", "{a" + "9".repeat(60_000) + "}");
        all.put("digits and dots", "{a(b:" + ("9".repeat(99) + ".").repeat(600) + ")}");
        all.put(
                "many numbers",
                "{agreements(where:{title:{in:[" + ("9".repeat(60) + " ").repeat(900) + "]}}){totalCount}}");
        all.putAll(HostileValidation.all());
        return all;
    }

    private static String doubling(int levels) {
        return many(levels, i -> "fragment f%d on Query{...f%d ...f%d}".formatted(i, i + 1, i + 1)) + "fragment f"
                + levels + " on Query{__typename}";
    }

    static String many(int count, IntFunction<String> part) {
        return IntStream.range(0, count).mapToObj(part).collect(Collectors.joining(" ")) + " ";
    }
}
