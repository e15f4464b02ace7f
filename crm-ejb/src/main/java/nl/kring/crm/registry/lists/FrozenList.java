package nl.kring.crm.registry.lists;

import jakarta.persistence.Entity;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import nl.kring.crm.platform.BaseEntity;
import nl.kring.crm.registry.PersonAddress;
import nl.kring.crm.registry.PersonColumns;
import nl.kring.crm.registry.PersonQuery;

/** A list as it was when somebody froze it, with the question that it answered. Its lines are never written again. */
@Entity
class FrozenList extends BaseEntity {

    private static final String PAGE = "/registry/find-person.xhtml";

    private Long organisationId;
    private Long accountId;
    private String name;
    private String page;
    private String query;
    private String columns;
    private String[] headers;
    private LocalDate referenceDate;
    private int lineCount;
    private Instant frozenAt;
    private Instant withdrawnAt;

    @Version
    private long version;

    protected FrozenList() {}

    FrozenList(
            Long organisationId, Long accountId, String name, PersonQuery query, PersonColumns columns, Instant now) {
        this.organisationId = organisationId;
        this.accountId = accountId;
        this.name = name;
        this.page = PAGE;
        this.query = PersonAddress.write(query);
        this.columns = columns.codes();
        this.referenceDate = query.asOf();
        this.frozenAt = now;
        this.headers = new String[0];
    }

    /** How the columns were called, which an organisation may change later. */
    void headed(List<String> names) {
        headers = names.toArray(String[]::new);
    }

    void counted(int lines) {
        lineCount = lines;
    }

    void withdraw(Instant now) {
        withdrawnAt = now;
    }

    void restore() {
        withdrawnAt = null;
    }

    /** The question as it was asked, for another day. */
    PersonQuery question(LocalDate day) {
        return PersonAddress.read(query).on(day);
    }

    PersonColumns personColumns() {
        return PersonColumns.of(columns);
    }

    FrozenListLine line() {
        return new FrozenListLine(
                getUuid(), name, page, query, personColumns(), List.of(headers), referenceDate, lineCount, frozenAt);
    }
}
