package nl.kring.crm.whole;

import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.servlet.annotation.WebServlet;
import jakarta.ws.rs.Path;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;

/**
 * Every operation that the product offers, found in the archive itself: calls of the API, pages, what buttons of pages do,
 * and downloads. Nothing is written down by hand here, so nothing can be forgotten. What a page does when it opens belongs
 * to the page.
 */
final class Operations {

    private static final Set<String> VERBS = Set.of("GET", "POST", "PUT", "DELETE", "PATCH");
    private static final Pattern ACTION = Pattern.compile(
            "(?:action|actionListener|listener|valueChangeListener|completeMethod)\\s*=\\s*\"#\\{([A-Za-z.]+)[^\"]*\"");

    private Operations() {}

    static Set<String> all() throws IOException {
        Set<String> found = new TreeSet<>();
        found.addAll(api());
        found.addAll(pagesAndTheirActions());
        return found;
    }

    /** Like {@code GET /api/v1/persons/{uuid}}, and downloads like {@code GET /attendance/certificate}. */
    private static Set<String> api() {
        JavaClasses product = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("nl.kring.crm.api", "nl.kring.crm.web");
        Set<String> found = new TreeSet<>();
        for (JavaClass type : product) {
            type.tryGetAnnotationOfType(WebServlet.class).ifPresent(servlet -> {
                for (String path : servlet.urlPatterns().length > 0 ? servlet.urlPatterns() : servlet.value()) {
                    found.add("GET " + path);
                }
            });
            if (type.isAnnotatedWith(Path.class)) {
                for (JavaMethod method : type.getMethods()) {
                    verbOf(method).ifPresent(verb -> found.add(verb + " /api/v1" + pathOf(type, method)));
                }
            }
        }
        return found;
    }

    private static java.util.Optional<String> verbOf(JavaMethod method) {
        return method.getAnnotations().stream()
                .map(JavaAnnotation::getRawType)
                .map(JavaClass::getSimpleName)
                .filter(VERBS::contains)
                .findFirst();
    }

    private static String pathOf(JavaClass type, JavaMethod method) {
        String path = slashed(type.getAnnotationOfType(Path.class).value())
                + method.tryGetAnnotationOfType(Path.class)
                        .map(own -> slashed(own.value()))
                        .orElse("");
        return path.replaceAll("\\{\\s*([A-Za-z]+)[^}]*}", "{$1}");
    }

    private static String slashed(String path) {
        String bare = path.replaceAll("^/+|/+$", "");
        return bare.isEmpty() ? "" : "/" + bare;
    }

    /** Like {@code VIEW /registry/find-person.xhtml} and {@code ACTION /registry/edit-person.xhtml editPerson.save}. */
    private static Set<String> pagesAndTheirActions() throws IOException {
        Set<String> found = new TreeSet<>();
        for (Map.Entry<String, String> page : pages().entrySet()) {
            if (!page.getKey().startsWith("/WEB-INF/")) {
                found.add("VIEW " + page.getKey());
            }
            Matcher actions = ACTION.matcher(page.getValue().replaceAll("<f:viewAction[^>]*>", ""));
            while (actions.find()) {
                found.add("ACTION " + page.getKey() + " " + actions.group(1));
            }
        }
        return found;
    }

    private static Map<String, String> pages() throws IOException {
        Map<String, String> pages = new TreeMap<>();
        try (ZipFile ear = new ZipFile(System.getProperty("kring.ear"));
                InputStream war = ear.getInputStream(ear.getEntry("crm-web.war"));
                ZipInputStream entries = new ZipInputStream(new ByteArrayInputStream(war.readAllBytes()))) {
            ZipEntry entry;
            while ((entry = entries.getNextEntry()) != null) {
                if (entry.getName().endsWith(".xhtml")) {
                    pages.put("/" + entry.getName(), new String(entries.readAllBytes(), StandardCharsets.UTF_8));
                }
            }
        }
        return pages;
    }

    /** The pages that can be asked for. */
    static List<String> pagePaths() throws IOException {
        return pages().keySet().stream()
                .filter(path -> !path.startsWith("/WEB-INF/"))
                .toList();
    }
}
