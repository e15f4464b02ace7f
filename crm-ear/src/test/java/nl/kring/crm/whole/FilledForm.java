package nl.kring.crm.whole;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;

/** A form of a page as a browser would send it, with every field for text filled with one text. */
record FilledForm(String name, boolean get, String action, Map<String, String> fields, int texts) {

    private static final String TEXT = "input[type=text], input:not([type]), input[type=search], input[type=tel],"
            + " input[type=email], input[type=url], textarea";

    /** The forms of a page that have a field for text, but for those that stand on every page. */
    static List<FilledForm> of(Document page, String text) {
        return page.select("main form, body > form").stream()
                .filter(form -> !form.select(TEXT).isEmpty())
                .map(form -> filled((FormElement) form, text))
                .toList();
    }

    private static FilledForm filled(FormElement form, String text) {
        Map<String, String> fields = new LinkedHashMap<>();
        form.formData().forEach(field -> fields.put(field.key(), field.value()));
        List<Element> texts = form.select(TEXT).stream()
                .filter(input -> input.hasAttr("name") && !input.hasAttr("readonly") && !input.hasAttr("disabled"))
                .toList();
        texts.forEach(input -> fields.put(input.attr("name"), text));
        form.select("select").stream()
                .filter(choice -> choice.hasAttr("name")
                        && fields.getOrDefault(choice.attr("name"), "").isEmpty())
                .forEach(choice -> choice.select("option").stream()
                        .map(Element::val)
                        .filter(value -> !value.isEmpty())
                        .findFirst()
                        .ifPresent(value -> fields.put(choice.attr("name"), value)));
        Element button = form.selectFirst("button[type=submit], input[type=submit], button:not([type])");
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
