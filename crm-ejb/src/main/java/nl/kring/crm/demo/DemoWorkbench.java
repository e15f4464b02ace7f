package nl.kring.crm.demo;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** A few own columns of two organisations, so that their lists have something to fill in. */
@Dependent
class DemoWorkbench {

    @PersistenceContext
    private EntityManager em;

    @Transactional
    void setUp() {
        column("FEA", "Kerstkaart", "YES_NO", "", 1);
        column("FEA", "Contact het liefst via", "CHOICE", "telefoon,mail,post", 2);
        column("FEA", "Lid sinds", "DATE", "", 3);
        column("FEA", "Bijzonderheden", "TEXT", "", 4);
        column("THOON", "Contract getekend", "DATE", "", 1);
        column("THOON", "Nieuwsbrief", "YES_NO", "", 2);
    }

    private void column(String organisation, String name, String kind, String choices, int position) {
        em.createNativeQuery("""
                        insert into crm.own_field (id, uuid, organisation_id, subject, name, kind, choices, position, created_at)
                        select nextval('crm.entity_seq'), :uuid, o.id, 'PERSON', :name, :kind,
                               coalesce(string_to_array(nullif(:choices, ''), ','), '{}'), :position, o.created_at
                          from crm.organisation o where o.code = :organisation""")
                .setParameter("uuid", UUID.randomUUID())
                .setParameter("name", name)
                .setParameter("kind", kind)
                .setParameter("choices", choices)
                .setParameter("position", position)
                .setParameter("organisation", organisation)
                .executeUpdate();
    }
}
