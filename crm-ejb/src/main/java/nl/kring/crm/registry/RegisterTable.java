package nl.kring.crm.registry;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.util.List;
import java.util.Optional;
import nl.kring.crm.registry.identifier.QualityRegister;

/** The quality registers in the database, in the order in which they are shown. */
class RegisterTable {

    private final EntityManager em;

    RegisterTable(EntityManager em) {
        this.em = em;
    }

    Optional<QualityRegister> of(String code) {
        return all().stream().filter(register -> register.code().equals(code)).findFirst();
    }

    List<String> codes() {
        return all().stream().map(QualityRegister::code).toList();
    }

    @SuppressWarnings("unchecked")
    private List<QualityRegister> all() {
        List<Tuple> rows = em.createNativeQuery(
                        "select r.code, r.goes_by_big from crm.quality_register r order by r.position, r.code",
                        Tuple.class)
                .getResultList();
        return rows.stream()
                .map(row -> new QualityRegister(row.get(0, String.class), row.get(1, Boolean.class)))
                .toList();
    }
}
