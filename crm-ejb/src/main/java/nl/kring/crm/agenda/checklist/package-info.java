/**
 * What has to be done for an edition and when: the template of an organisation or a course, and the steps that are made from
 * it, whose days follow the edition. The steps themselves are tasks of {@code workbench}, in one list with all else that is
 * to be done. What a step's page does is not its business.
 */
package nl.kring.crm.agenda.checklist;
