package nl.kring.crm.whole;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** One form of a page that gets one thing after another, each time as it stands on the page that came last. */
final class NaughtyPage {

    private final Screens screens;
    private final String path;
    private final String form;
    private final List<String> wrong = new ArrayList<>();
    private Document shown;
    private int sent;
    private long nanos;

    NaughtyPage(Screens screens, String path, String form) {
        this.screens = screens;
        this.path = path;
        this.form = form;
    }

    /** Sends the form with what the typist types, and looks at what comes of it. */
    void send(FilledForm.Typist typist) {
        long start = System.nanoTime();
        Optional<FilledForm> here = shown == null ? Optional.empty() : filled(shown, typist);
        Optional<FilledForm> filled = here.isPresent() ? here : filled(opened(), typist);
        // what was sent before may have closed this form
        filled.ifPresent(this::look);
        nanos += System.nanoTime() - start;
    }

    /** How many fields for text the form has. */
    int texts() {
        return filled(opened(), (field, at) -> "").map(FilledForm::texts).orElse(0);
    }

    List<String> wrong() {
        return wrong;
    }

    int sent() {
        return sent;
    }

    @Override
    public String toString() {
        return path.replaceAll("\\?(?:.*(field=\\w+))?.*", " $1") + " " + form + ": " + sent + " in "
                + Duration.ofNanos(nanos).toMillis() + " ms";
    }

    private void look(FilledForm filled) {
        sent++;
        Screens.Answer answer = screens.sendForm(path, filled);
        boolean failed = false;
        String came = "" + answer.status();
        if (answer.status() == 302) {
            came = answer.location();
            failed = came.contains("/errors/") && !came.contains("expired");
            answer = screens.get(answer.location().replaceFirst("^https?://[^/]+", ""));
        }
        Document page = parsed(answer.text());
        if (failed || answer.status() >= 500) {
            wrong.add(this + " " + came + " " + answer.status() + " " + typed(filled));
        } else if (runs(page)) {
            wrong.add(this + " would run " + typed(filled));
        }
        if (!filled.get()) {
            shown = page;
        }
    }

    /** What was sent, short enough for a report. */
    private static String typed(FilledForm filled) {
        return filled.fields().entrySet().stream()
                .filter(field -> !field.getKey().startsWith("jakarta.")
                        && !field.getValue().isEmpty())
                .map(field -> field.getKey() + "="
                        + field.getValue()
                                .substring(0, Math.min(40, field.getValue().length())))
                .collect(Collectors.joining(", "));
    }

    /** The parser takes U+FFFF, which no browser minds, for the end of the page; something as unreadable stands in for it. */
    private static Document parsed(String page) {
        return Jsoup.parse(page.replace('\uFFFF', '\uFFFE'));
    }

    private Document opened() {
        shown = parsed(screens.get(path).text());
        return shown;
    }

    private Optional<FilledForm> filled(Document page, FilledForm.Typist typist) {
        return FilledForm.of(page, typist).stream()
                .filter(each -> each.name().equals(form))
                .findFirst();
    }

    /** True when something of the list became part of the page instead of its text. */
    private static boolean runs(Document page) {
        boolean script = page.select("script, style, base, meta, iframe, link, form").stream()
                .anyMatch(each -> each.html().contains("naughty()") && !each.is("form")
                        || each.attributes().asList().stream()
                                .anyMatch(attribute -> attribute.getValue().contains("naughty.example")
                                        && !attribute.getKey().equals("action")));
        boolean handler = page.getAllElements().stream()
                .map(Element::attributes)
                .flatMap(attributes -> attributes.asList().stream())
                .anyMatch(attribute -> attribute.getKey().startsWith("on")
                                && attribute.getValue().contains("naughty")
                        || attribute.getKey().matches("href|src|action")
                                && attribute.getValue().matches("(?is)\\s*(javascript|data):.*naughty.*"));
        return script || handler;
    }
}
