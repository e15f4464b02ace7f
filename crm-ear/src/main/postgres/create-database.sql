-- Makes the two roles and the database of Kring. Run once, as a superuser of PostgreSQL 15 or later:
--   psql -v owner_password='…' -v app_password='…' -f create-database.sql
-- crm_owner changes the schema when a new version starts; crm_app is what the server works as and owns nothing.
create role crm_owner login password :'owner_password';
create role crm_app login password :'app_password';
create database kring owner crm_owner encoding 'UTF8' template template0;
