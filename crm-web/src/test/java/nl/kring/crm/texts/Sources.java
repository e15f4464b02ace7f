package nl.kring.crm.texts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the product's own sources say about texts: which keys they ask for, and which refusals they make. */
final class Sources {

    private static final Pattern ASKED = Pattern.compile("msg\\[([^\\]]*)\\]|\\.text\\(([^()]*)");
    private static final Pattern QUOTED = Pattern.compile("'([\\w-]+\\.[\\w.-]*)'(\\.concat)?");
    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\\\n]|\\\\.)*)\"");
    private static final Pattern CLASS = Pattern.compile("class (\\w+)\\s+extends (\\w+)");
    private static final Pattern CONSTRUCTED =
            Pattern.compile("new (?:\\w+\\.)?(\\w+)\\(\\s*\"([a-z][a-z0-9-]*)\"(\\s*\\+)?");
    private static final Pattern SUPER = Pattern.compile("super\\(\\s*\"([a-z][a-z0-9-]*)\"\\s*(\\+)?");

    private final List<String> pages = read(Path.of("src/main/webapp"), ".xhtml");
    private final List<String> screens = read(Path.of("src/main/java"), ".java");
    private final List<String> business = read(Path.of("../crm-ejb/src/main/java"), ".java");

    /** The keys that stand on pages as they are. */
    Set<String> keysOfPages() {
        return ofPages(false);
    }

    /** The beginnings on pages that a value is put behind. */
    Set<String> beginningsOfPages() {
        return ofPages(true);
    }

    private Set<String> ofPages(boolean continued) {
        return pages.stream()
                .flatMap(page -> ASKED.matcher(page).results())
                .map(MatchResult::group)
                .flatMap(asked -> QUOTED.matcher(asked).results())
                .filter(quoted -> continued == (quoted.group(2) != null))
                .map(quoted -> quoted.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Every string in the Java sources. */
    Set<String> literals() {
        return Stream.of(screens, business)
                .flatMap(List::stream)
                .flatMap(source -> LITERAL.matcher(source).results())
                .map(literal -> literal.group(1))
                .collect(Collectors.toSet());
    }

    /** The codes of all refusals, those that a class gives itself and those that it is made with. */
    Set<String> refusals() {
        Map<String, String> parents = new HashMap<>();
        business.forEach(source ->
                CLASS.matcher(source).results().forEach(found -> parents.put(found.group(1), found.group(2))));
        Set<String> codes = new TreeSet<>();
        Map<String, String> beginnings = new HashMap<>();
        for (String source : business) {
            Set<String> here = CLASS.matcher(source)
                    .results()
                    .map(found -> found.group(1))
                    .filter(name -> refuses(name, parents))
                    .collect(Collectors.toCollection(HashSet::new));
            SUPER.matcher(source).results().filter(found -> !here.isEmpty()).forEach(found -> {
                if (found.group(2) == null) {
                    codes.add(found.group(1));
                } else {
                    here.forEach(name -> beginnings.put(name, found.group(1)));
                }
            });
        }
        business.stream()
                .flatMap(source -> CONSTRUCTED.matcher(source).results())
                .filter(made -> made.group(3) == null && refuses(made.group(1), parents))
                .map(made -> beginnings.getOrDefault(made.group(1), "") + made.group(2))
                .forEach(codes::add);
        return codes;
    }

    private static boolean refuses(String name, Map<String, String> parents) {
        String parent = name;
        while (parent != null && !parent.equals("BusinessException")) {
            parent = parents.get(parent);
        }
        return parent != null;
    }

    private static List<String> read(Path folder, String ending) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .map(Sources::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
