package nl.kring.crm.attendance;

import java.util.Map;

/** What the categories of the registers are called on paper, in Dutch. */
final class CategoryWords {

    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("ACCREDITED", "Geaccrediteerde nascholing"),
            Map.entry("PEER_REVIEW", "Intercollegiale toetsing en reflectie"),
            Map.entry("OTHER", "Overige deskundigheidsbevordering"),
            Map.entry("INTERVISION", "Intervisie of supervisie"),
            Map.entry("PROFESSIONAL", "Overige beroepsgerelateerde activiteiten"),
            Map.entry("COMP_PHARMACEUTICAL_CARE", "Farmaceutisch handelen"),
            Map.entry("COMP_COMMUNICATION", "Communicatie"),
            Map.entry("COMP_COLLABORATION", "Samenwerking"),
            Map.entry("ELEARNING", "E-learning"),
            Map.entry("EMERGENCY_SKILLS", "Vaardigheden bij spoed"),
            Map.entry("NVDA_MEMBERSHIP", "Lidmaatschap NVDA"),
            Map.entry("MEDICAL_CONTENT", "Medisch-inhoudelijk"),
            Map.entry("SUBJECT_MATTER", "Vakinhoudelijk"),
            Map.entry("QUALITY", "Kwaliteit"));

    private CategoryWords() {}

    /** One that an administrator added is called what it is called. */
    static String of(String category) {
        return WORDS.getOrDefault(category, category);
    }
}
