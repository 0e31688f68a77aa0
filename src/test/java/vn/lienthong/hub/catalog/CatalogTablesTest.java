package vn.lienthong.hub.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lienthong.hub.platform.PlatformFixture;
import vn.lienthong.infra.RealParts;

class CatalogTablesTest {

    private final HikariDataSource database = RealParts.shared().freshDatabase();
    private final JdbcClient db = JdbcClient.create(database);
    private final CatalogTables tables =
            new CatalogTables(CatalogFixture.ofProject().catalog(), db, PlatformFixture.transaction(database));

    @BeforeEach
    void writes() {
        tables.follow();
    }

    @AfterEach
    void closes() {
        database.close();
    }

    @Test
    void answersInSqlWhomACodeMeantOnADay() {
        assertThat(db.sql("""
                        select agency_id from hub.agency_codes
                         where code = '000.00.11.H52' and date '2025-02-28' >= valid_from
                           and date '2025-02-28' < coalesce(valid_to, 'infinity')
                        """).query(String.class).list()).containsExactly("son-la.labour");
    }

    @Test
    void holdsEveryTableUnderTheVersionInForce() {
        for (String table : new String[] {
            "agencies",
            "agency_versions",
            "agency_codes",
            "agency_successions",
            "procedures",
            "procedure_versions",
            "calendar_days"
        }) {
            assertThat(count(table)).as(table).isPositive();
        }
    }

    @Test
    void writesAVersionOnce() {
        db.sql("delete from hub.calendar_days").update();
        tables.follow();
        assertThat(count("calendar_days")).isZero();
    }

    private long count(String table) {
        return db.sql("select count(*) from hub." + table + " where config_version = 1")
                .query(Long.class)
                .single();
    }
}
