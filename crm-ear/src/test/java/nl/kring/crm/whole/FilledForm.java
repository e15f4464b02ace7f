package nl.kring.crm.whole;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;

/** A form of a page as a browser would send it, with what somebody types in every field for text. */
record FilledForm(String name, boolean get, String action, Map<String, String> fields, int texts) {

    private static final String TEXT = "input[type=text], input:not([type]), input[type=search], input[type=tel],"
            + " input[type=email], input[type=url], textarea";

    private static final String BUTTONS = "button[type=submit], input[type=submit], button:not([type])";

    /** What somebody types in a field, which is the how-manieth field for text of its form. */
    interface Typist {
        String types(Element field, int position);
    }

    /** The forms of a page that have a field for text, but for those that stand on every page. */
    static List<FilledForm> of(Document page, Typist typist) {
        return page.select("main form, body > form").stream()
                .filter(form -> !form.select(TEXT).isEmpty())
                .map(form -> filled((FormElement) form, typist))
                .toList();
    }

    /** What a reasonable person would type: what stands there, or else a day, a number or a word. */
    static String sensible(Element field) {
        String name = field.attr("name").toLowerCase(Locale.ROOT);
        if (!field.val().isEmpty()) {
            return field.val();
        }
        if (field.attr("type").equals("email") || name.contains("email")) {
            return "proef@example.nl";
        }
        return name.matches(".*(day|date|from|until|since|start|end|asof|first|last).*") ? "01-03-2026" : "Proef";
    }

    /** Every form of a page that changes something, once for each of its buttons; those of files are sent otherwise. */
    static List<FilledForm> ofEachButton(Document page) {
        return page.select("main form[method=post]:not([enctype*=multipart])").stream()
                .flatMap(form -> form.select(BUTTONS).stream().map(button -> pressed((FormElement) form, button)))
                .toList();
    }

    private static FilledForm pressed(FormElement form, Element button) {
        FilledForm filled = filled(form, (field, at) -> sensible(field));
        Map<String, String> fields = new LinkedHashMap<>(filled.fields());
        form.select(BUTTONS).forEach(other -> fields.remove(other.attr("name")));
        fields.put(button.attr("name"), button.val());
        return new FilledForm(button.attr("name"), false, filled.action(), fields, filled.texts());
    }

    private static FilledForm filled(FormElement form, Typist typist) {
        Map<String, String> fields = new LinkedHashMap<>();
        form.formData().forEach(field -> fields.put(field.key(), field.value()));
        List<Element> texts = form.select(TEXT).stream()
                .filter(input -> input.hasAttr("name") && !input.hasAttr("readonly") && !input.hasAttr("disabled"))
                .toList();
        for (int at = 0; at < texts.size(); at++) {
            fields.put(texts.get(at).attr("name"), typist.types(texts.get(at), at));
        }
        form.select("select").stream()
                .filter(choice -> choice.hasAttr("name")
                        && fields.getOrDefault(choice.attr("name"), "").isEmpty())
                .forEach(choice -> choice.select("option").stream()
                        .map(Element::val)
                        .filter(value -> !value.isEmpty())
                        .findFirst()
                        .ifPresent(value -> fields.put(choice.attr("name"), value)));
        Element button = form.selectFirst(BUTTONS);
        if (button != null && button.hasAttr("name")) {
            fields.put(button.attr("name"), button.val());
        }
        String nonce = Screens.nonceOf(form.ownerDocument().html());
        if (!nonce.isEmpty()) {
            fields.put("primefaces.nonce", nonce);
        }
        String name = form.id().isEmpty() ? form.attr("action").replaceAll("\\?.*", "") : form.id();
        return new FilledForm(
                name, !form.attr("method").equalsIgnoreCase("post"), form.attr("action"), fields, texts.size());
    }
}
