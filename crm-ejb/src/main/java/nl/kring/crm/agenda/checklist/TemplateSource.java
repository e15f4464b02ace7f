package nl.kring.crm.agenda.checklist;

/** Whose a template is: it comes with the product, an organisation made it its own, or it is made for one course. */
public enum TemplateSource {
    SHIPPED,
    ORGANISATION,
    COURSE
}
