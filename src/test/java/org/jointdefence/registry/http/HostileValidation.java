package org.jointdefence.registry.http;

import java.util.LinkedHashMap;
import java.util.Map;

import static org.jointdefence.registry.http.HostileDocuments.many;

/** Documents of which each rule of validation has as much to do as it can. */
final class HostileValidation {

    private static final String FIELDS =
            "id version legalName status website jurisdiction{alpha2 alpha3 name{lt uk en}} label{marking}";

    private HostileValidation() {}

    /** By what is hostile in them. */
    static Map<String, String> all() {
        Map<String, String> all = new LinkedHashMap<>();
        merging(all);
        fragments(all);
        variables(all);
        values(all);
        texts(all);
        everything(all);
        return all;
    }

    /** Fields of one name must be the same field (section 5.3.2 of the specification), all pairs of them, in all depths. */
    private static void merging(Map<String, String> all) {
        all.put("one connection 400 times", "{" + "partnerFirms{nodes{id}}".repeat(400) + "}");
        all.put(
                "one connection of many fields 100 times",
                "{" + ("partnerFirms{nodes{" + FIELDS + "}}").repeat(100) + "}");
        all.put("one field nested, often", "{" + ("partnerFirms{nodes{" + "id ".repeat(60) + "}}").repeat(55) + "}");
        all.put(
                "one name for two fields, often",
                "{partnerFirms{nodes{" + many(45, i -> "a:legalName a:website") + "id ".repeat(3_000) + "}}}");
        all.put(
                "one name for two connections",
                "{" + "a:partnerFirms{nodes{id}} a:weaponSystems{nodes{id}}".repeat(49) + "}");
        all.put(
                "one name with other arguments each time",
                "{" + many(190, i -> "partnerFirms(first:" + i + "){totalCount}") + "}");
        all.put(
                "one name with large arguments each time",
                "{"
                        + many(
                                30,
                                i -> "partnerFirms(where:{legalName:{in:[" + "\"x\" ".repeat(110) + i
                                        + "]}}){totalCount}")
                        + "}");
        all.put(
                "fragments of the same fields",
                many(60, i -> "fragment f" + i + " on PartnerFirm{" + FIELDS + "}") + "{partnerFirms{nodes{"
                        + many(60, i -> "...f" + i) + "}}}");
        all.put(
                "fragments of the same fields within each other",
                many(38, i -> "fragment f" + i + " on PartnerFirm{" + FIELDS + " ...f" + (i + 1) + "}")
                        + "fragment f38 on PartnerFirm{id}{partnerFirms{nodes{" + many(38, i -> "...f" + i) + "}}}");
        all.put(
                "fragments of the same connections within each other",
                many(
                                18,
                                i -> "fragment f" + i + " on PartnerFirm{sources{partnerFirms{nodes{id ...f" + (i + 1)
                                        + "}}} ...f" + (i + 1) + "}")
                        + "fragment f18 on PartnerFirm{id}{partnerFirms{nodes{...f0}}}");
        all.put(
                "the same in fragments of all types",
                "{node(id:\"x\"){"
                        + ("...on PartnerFirm{a:legalName}...on WeaponSystem{a:codeName}...on Organisation{a:name}"
                                        + "...on Person{a:name}...on Source{a:title}...on Agreement{a:title}")
                                .repeat(16)
                        + "}}");
        all.put(
                "connections in fragments of all types",
                "{"
                        + ("node(id:\"x\"){...on PartnerFirm{sources{url}}...on WeaponSystem{sources{url}}"
                                        + "...on Organisation{sources{url}}...on Person{sources{url}}}")
                                .repeat(60)
                        + "}");
        all.put("the schema, often", "{" + "__schema{types{name}}".repeat(400) + "}");
        all.put("a type of the schema, often", "{" + "__type(name:\"Query\"){fields{name}}".repeat(300) + "}");
    }

    private static void fragments(Map<String, String> all) {
        all.put(
                "fragments that nothing uses",
                many(560, i -> "fragment f" + i + " on Query{__typename}") + "{__typename}");
        all.put(
                "fragments that nothing uses and that use each other",
                many(39, i -> "fragment f" + i + " on Query{" + many(38 - i, j -> "...f" + (i + j + 1)) + "__typename}")
                        + "{__typename}");
        all.put("a fragment that spreads itself", "fragment f on Query{" + "...f ".repeat(1_900) + "}{...f}");
        all.put(
                "circles of fragments",
                many(150, i -> "fragment a" + i + " on Query{...b" + i + "}fragment b" + i + " on Query{...a" + i + "}")
                        + "{" + many(150, i -> "...a" + i) + "}");
        all.put("fragments that are not there", "{" + many(1_900, i -> "...f" + i) + "}");
        all.put(
                "fragments on types that are not there",
                many(500, i -> "fragment f" + i + " on T" + i + "{a}") + "{a}");
        all.put("inline fragments on types that are not there", "{" + many(700, i -> "...on T" + i + "{a}") + "}");
        all.put("inline fragments that never apply", "{partnerFirms{nodes{" + "...on Source{id}".repeat(600) + "}}}");
        all.put("fragments on leaves", many(500, i -> "fragment f" + i + " on String{a}") + "{__typename}");
        all.put(
                "one fragment in 300 operations",
                "fragment f on Query{partnerFirms{nodes{" + FIELDS + "}}}" + many(300, i -> "query q" + i + "{...f}"));
    }

    private static void variables(Map<String, String> all) {
        all.put(
                "variables that are not there",
                "{partnerFirms(where:{or:[" + many(600, i -> "$v" + i) + "]}){totalCount}}");
        all.put(
                "variables that are not there, in a fragment of many operations",
                "fragment f on Query{partnerFirms(where:{or:[" + many(300, i -> "$v" + i) + "]}){totalCount}}"
                        + many(60, i -> "query q" + i + "{...f}"));
        all.put(
                "variables that nothing uses",
                many(9, i -> "query q" + i + "(" + many(100, j -> "$v" + j + ":Int") + "){__typename}"));
        all.put(
                "variables of types that are not there",
                many(9, i -> "query q" + i + "(" + many(100, j -> "$v" + j + ":T" + j) + "){__typename}"));
        all.put("variables of output types", "query(" + many(100, j -> "$v" + j + ":PartnerFirm") + "){__typename}");
        all.put("one variable, used often", "query($n:Int){" + "partnerFirms(first:$n){totalCount}".repeat(390) + "}");
        all.put(
                "one variable of the wrong type, used often",
                "query($n:String){" + "partnerFirms(first:$n){totalCount}".repeat(390) + "}");
        all.put(
                "all variables in a fragment of many operations",
                "fragment f on Query{partnerFirms(where:{or:[" + many(90, j -> "$v" + j) + "]}){totalCount}}"
                        + many(
                                10,
                                i -> "query q" + i + "(" + many(90, j -> "$v" + j + ":PartnerFirmFilter!")
                                        + "){...f}"));
        all.put("a type of deep lists", "query($v:" + "[".repeat(1_900) + "Int" + "]".repeat(1_900) + "){__typename}");
        all.put("a type of 200 lists", "query($v:" + "[".repeat(200) + "Int" + "]".repeat(200) + "){__typename}");
        all.put(
                "defaults within defaults",
                "query($v:PartnerFirmFilter=" + "{not:".repeat(49) + "{}" + "}".repeat(49)
                        + "){partnerFirms(where:$v){totalCount}}");
        all.put(
                "defaults of many types",
                "query(" + many(99, i -> "$v" + i + ":PartnerFirmFilter={or:[{},{not:{and:[{},{}]}}]}")
                        + "){__typename}");
    }

    private static void values(Map<String, String> all) {
        all.put(
                "unknown fields of an input",
                "{partnerFirms(where:{" + many(1_200, i -> "f" + i + ":1") + "}){totalCount}}");
        all.put("one field of an input, often", "{partnerFirms(where:{" + "not:{}".repeat(900) + "}){totalCount}}");
        all.put(
                "one operator, often",
                "{partnerFirms(where:{legalName:{" + "eq:\"x\" ".repeat(1_200) + "}}){totalCount}}");
        all.put("one argument, often", "{partnerFirms(" + "first:1 ".repeat(1_200) + "){totalCount}}");
        all.put(
                "words that are not there",
                "{partnerFirms(where:{status:{in:[" + many(990, i -> "W" + i) + "]}}){totalCount}}");
        all.put(
                "objects in the place of texts",
                "{partnerFirms(where:{legalName:{in:[" + "{a:1}".repeat(700) + "]}}){totalCount}}");
        all.put(
                "lists in the place of texts",
                "{partnerFirms(where:{legalName:{in:[" + "[[]]".repeat(900) + "]}}){totalCount}}");
        all.put(
                "deep lists in the place of a text",
                "{partnerFirms(where:{legalName:{eq:" + "[".repeat(45) + "]".repeat(45) + "}}){totalCount}}");
        all.put("a tree of conditions", "{partnerFirms(where:" + tree(7) + "){totalCount}}");
        all.put(
                "directives with arguments",
                "query($a:Boolean=true){" + many(99, i -> "__typename @include(if:$a)") + "}");
        all.put("directives that need an argument", "{" + "__typename @skip ".repeat(100) + "}");
        all.put(
                "directives where they may not stand",
                many(100, i -> "query q" + i + " @include(if:true) {__typename}"));
    }

    /** As much of everything as may be in one document that is answered. */
    private static void everything(Map<String, String> all) {
        String costly = "#" + "ж".repeat(4_000) + "\n#" + ("9".repeat(99) + ".").repeat(120) + "\n";
        String chains = many(
                        9,
                        j -> many(38, i -> "fragment f" + j + "_" + i + " on Query{...f" + j + "_" + (i + 1) + "}")
                                + "fragment f" + j + "_38 on Query{__typename}")
                + "{" + many(9, j -> "...f" + j + "_0") + "}";
        all.put("chains of fragments and all that is costly", costly + chains);
        all.put(
                "a filter and all that is costly",
                costly + "{partnerFirms(where:{and:[" + "{not:{}}".repeat(190) + "]" + "or:[" + "{}".repeat(900)
                        + "]}){nodes{" + "id ".repeat(900) + "}}}");
        all.put(
                "many different fields and all that is costly",
                costly + many(35, i -> "fragment f" + i + " on PartnerFirm{" + FIELDS + " ...f" + (i + 1) + "}")
                        + "fragment f35 on PartnerFirm{id}{partnerFirms{nodes{...f0}}"
                        + "weaponSystems{nodes{" + "sources{url}".repeat(200) + "}}}");
    }

    private static String tree(int levels) {
        return levels == 0 ? "{}" : "{and:[" + tree(levels - 1) + tree(levels - 1) + "]}";
    }

    private static void texts(Map<String, String> all) {
        all.put("byte order marks", "\uFEFF".repeat(60_000) + "{__typename}");
        all.put("commas", ",".repeat(65_000) + "{__typename}");
        all.put("carriage returns", "\r\n".repeat(32_000) + "{__typename}");
        all.put("characters that are none", "\u0000".repeat(60_000));
        all.put("letters that are none", "{" + "\u0416".repeat(60_000) + "}");
        all.put("no end of a text", "{partnerFirm(id:\"" + "x".repeat(65_000) + "}");
        all.put("texts without an end", "{partnerFirm(id:" + "\"x\n".repeat(16_000) + "}");
        all.put("quotation marks", "\"".repeat(65_000));
        all.put("empty texts", "{partnerFirm(id:" + "\"\"".repeat(3_900) + "){id}}");
        all.put("braced escapes", "{partnerFirm(id:\"" + "\\u{1F600}".repeat(7_000) + "\"){id}}");
        all.put("escaped surrogates", "{partnerFirm(id:\"" + "\\uD83D\\uDE00".repeat(5_000) + "\"){id}}");
        all.put("half surrogates", "{partnerFirm(id:\"" + "\\uD83D".repeat(10_000) + "\"){id}}");
        all.put("an escape beyond numbers", "{partnerFirm(id:\"\\u{FFFFFFFFFFFFFFFFFF}\"){id}}");
        all.put("an escape beyond Unicode", "{partnerFirm(id:\"\\u{110000}\"){id}}");
        all.put("an endless escape", "{partnerFirm(id:\"\\u{" + "0".repeat(90) + "41}\"){id}}");
        all.put("a comment at every token", "{" + "__typename#\n".repeat(3_900) + "}");
        all.put("indented lines", "{partnerFirm(id:\"\"\"" + "\n ".repeat(30_000) + "x\"\"\"){id}}");
        all.put(
                "lines that are indented ever more",
                "{partnerFirm(id:\"\"\"" + many(350, i -> "\n" + " ".repeat(i) + "x") + "\"\"\"){id}}");
        all.put("a comment in Cyrillic", "#" + "ж".repeat(65_000) + "\n{__typename}");
        all.put("a comment with as much Cyrillic as may be", "#" + "ж".repeat(4_000) + "\n{__typename}");
        all.put("a text in Cyrillic", "{partnerFirm(id:\"" + "ж".repeat(65_000) + "\"){id}}");
        all.put("a text beyond the first plane", "{partnerFirm(id:\"" + "😀".repeat(2_000) + "\"){id}}");
        all.put("dots", "{" + ".".repeat(65_000) + "}");
        all.put("braces", "{".repeat(65_000));
        all.put("brackets", "[".repeat(65_000));
        all.put("dollars", "query(" + "$".repeat(60_000) + ")");
        all.put("a name for the operation of 60,000 letters", "query " + "a".repeat(60_000) + "{__typename}");
        all.put("an alias of 60,000 letters", "{" + "a".repeat(60_000) + ":__typename}");
        all.put("a description before each operation", many(500, i -> "\"d\" query q" + i + "{__typename}"));
        all.put("extensions of the schema", "extend schema @a ".repeat(900));
    }
}
