package nl.kring.crm.web.layout;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/** What is asked for, as it stands behind the question mark of an address. */
public final class Question {

    private Question() {}

    /** What is given, in its order, without the question mark; empty when nothing is. */
    public static String of(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .filter(each -> each.getValue() != null && !each.getValue().isBlank())
                .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
