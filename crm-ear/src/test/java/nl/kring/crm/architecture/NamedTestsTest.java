package nl.kring.crm.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every test that docs/domain.md names is there, by the name that it has. */
class NamedTestsTest {

    private static final Pattern QUOTED = Pattern.compile("`([^`\\s]+)`");
    private static final Pattern OF_A_CLASS =
            Pattern.compile("([A-Z]\\w*(?:Test|[a-z]IT|Benchmark))(?:\\.(\\w+?)(_?…)?)?");
    private static final Pattern OF_THE_SAME_CLASS = Pattern.compile("\\.([a-z]\\w*_\\w+?)(_?…)?");
    private static final Pattern OF_ANY = Pattern.compile("([a-z0-9]+(?:_[a-z0-9]+){2,}?)(_?…)?");
    private static final Pattern NAMED = Pattern.compile("(\\w+)\\s*[(=]");

    @Test
    void every_test_that_is_named_is_there() throws IOException {
        List<String> missing = missing(Files.readString(Path.of("..", "docs", "domain.md")), tests());
        assertThat(missing).isEmpty();
    }

    /** The negative control: a name that nothing has is found, in each way in which the document names tests. */
    @Test
    void a_name_that_nothing_has_is_found() throws IOException {
        Map<String, Set<String>> tests = tests();
        assertThat(tests).hasSizeGreaterThan(200).containsKey("NamedTestsTest");
        assertThat(missing("""
                | `NamedTestsTest.every_test_that_is_named_is_there`, `.a_name_that_nothing_…` | `every_test_that_is_named_is_there` |
                | `NamedTestsTest.every_test`, `.no_such_name_…` | `nothing_of_that_name` `NoSuchTest` |
                """, tests))
                .containsExactly(
                        "NamedTestsTest.every_test",
                        "NamedTestsTest.no_such_name",
                        "nothing_of_that_name",
                        "NoSuchTest");
    }

    private static List<String> missing(String document, Map<String, Set<String>> tests) {
        Set<String> all = new HashSet<>();
        tests.values().forEach(all::addAll);
        List<String> missing = new ArrayList<>();
        String last = null;
        for (Matcher quoted = QUOTED.matcher(document); quoted.find(); ) {
            Matcher ofClass = OF_A_CLASS.matcher(quoted.group(1));
            Matcher same = OF_THE_SAME_CLASS.matcher(quoted.group(1));
            Matcher any = OF_ANY.matcher(quoted.group(1));
            if (ofClass.matches()) {
                last = ofClass.group(1);
                if (!tests.containsKey(last)) {
                    missing.add(last);
                } else if (ofClass.group(2) != null && !has(tests.get(last), ofClass.group(2), ofClass.group(3))) {
                    missing.add(last + "." + ofClass.group(2));
                }
            } else if (same.matches() && !has(tests.getOrDefault(last, Set.of()), same.group(1), same.group(2))) {
                missing.add(last + "." + same.group(1));
            } else if (any.matches() && !has(all, any.group(1), any.group(2))) {
                missing.add(any.group(1));
            }
        }
        return missing;
    }

    private static boolean has(Set<String> names, String name, String cutOff) {
        return cutOff == null ? names.contains(name) : names.stream().anyMatch(one -> one.startsWith(name));
    }

    /** What the test classes of all modules declare, by their simple names. */
    private static Map<String, Set<String>> tests() throws IOException {
        Map<String, Set<String>> tests = new HashMap<>();
        for (String module : List.of("crm-ejb", "crm-web", "crm-ear")) {
            try (Stream<Path> files = Files.walk(Path.of("..", module, "src", "test", "java"))) {
                for (Path file :
                        files.filter(one -> one.toString().endsWith(".java")).toList()) {
                    Set<String> names = new HashSet<>();
                    for (Matcher named = NAMED.matcher(Files.readString(file)); named.find(); ) {
                        names.add(named.group(1));
                    }
                    tests.put(file.getFileName().toString().replace(".java", ""), names);
                }
            }
        }
        return tests;
    }
}
