package vn.lienthong.identity.staff;

import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lienthong.identity.login.Login;
import vn.lienthong.identity.login.StaffRegister;
import vn.lienthong.identity.login.StaffRights;

/** Answers who is staff, from the rights that hold at this moment. */
@Component
class StaffDoor implements StaffRegister {

    private final JdbcClient db;

    StaffDoor(JdbcClient db) {
        this.db = db;
    }

    @Override
    public Optional<StaffRights> rights(Login login) {
        return PROVIDER.equals(login.provider()) ? rights(login.subject()) : Optional.empty();
    }

    private Optional<StaffRights> rights(String subject) {
        return db.sql("""
                        select f.name, f.display_name, g.role, g.department, g.agency from identity.staff f
                          join identity.staff_grants g on g.subject = f.subject
                        where f.subject = :subject and g.valid_from <= now() and (g.valid_to is null or g.valid_to > now())
                        order by g.id desc limit 1
                        """)
                .param("subject", subject)
                .query((row, number) -> new StaffRights(
                        row.getString("name"),
                        row.getString("display_name"),
                        row.getString("role"),
                        row.getString("department"),
                        row.getString("agency"),
                        StaffRole.valueOf(row.getString("role")).reserved()))
                .optional();
    }

    @Override
    public Optional<String> known(String issuer, String sub) {
        return db.sql("select subject from identity.staff_accounts_elsewhere where issuer = :issuer and sub = :sub")
                .params(Map.of("issuer", issuer, "sub", sub))
                .query(String.class)
                .optional();
    }
}
