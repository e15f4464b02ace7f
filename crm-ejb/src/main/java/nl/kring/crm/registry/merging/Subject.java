package nl.kring.crm.registry.merging;

/** What is merged: two persons, or two organisations. */
enum Subject {
    PERSON("crm.person", "crm.survivor_of", "display_name", "person_id"),
    ORGANISATION("crm.organisation", "crm.organisation_survivor", "name", "workplace_id");

    private final String table;
    private final String root;
    private final String label;
    private final String row;

    Subject(String table, String root, String label, String row) {
        this.table = table;
        this.root = root;
        this.label = label;
        this.row = row;
    }

    /** Writes them into SQL: their table, what finds who one is now, how one is called, and what names one in a row of a register. */
    String fill(String sql) {
        return sql.replace("{subjects}", table)
                .replace("{root}", root)
                .replace("{label}", label)
                .replace("{owner}", row)
                .replace("{subject}", name());
    }
}
