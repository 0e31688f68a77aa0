package vn.lienthong.hub.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lienthong.infra.RealParts;

class PartitionsTest {

    private final HikariDataSource database = RealParts.shared().freshDatabase();
    private final JdbcClient db = JdbcClient.create(database);
    private final Partitions partitions =
            new Partitions(db, Clock.fixed(Instant.parse("2026-11-30T18:00:00Z"), ZoneId.of("Asia/Ho_Chi_Minh")));

    @BeforeEach
    void creates() {
        db.sql(
                        "create table hub.happenings (id bigint, at timestamptz not null, primary key (id, at)) partition by range (at)")
                .update();
        partitions.ensure();
    }

    @AfterEach
    void closes() {
        database.close();
    }

    @Test
    void keepsThisMonthOfTheProvinceAndTheTwoThatFollowReady() {
        assertThat(partitionOf("2026-12-01T00:00:00+07:00")).isEqualTo("happenings_202612");
        assertThat(partitionOf("2027-02-28T23:59:59+07:00")).isEqualTo("happenings_202702");
    }

    @Test
    void refusesNoRowOfAnotherMonth() {
        assertThat(partitionOf("2026-11-30T23:59:59+07:00")).isEqualTo("happenings_default");
    }

    @Test
    void isHarmlessToRepeat() {
        partitions.ensure();
        assertThat(partitionOf("2026-12-31T00:00:00+07:00")).isEqualTo("happenings_202612");
    }

    @Test
    void leavesRowsOfTheDefaultPartitionWhereTheyAre() {
        partitionOf("2027-03-05T00:00:00+07:00");
        db.sql("select hub.ensure_month('happenings', date '2027-03-01')")
                .query()
                .singleRow();
        assertThat(partitionOf("2027-03-06T00:00:00+07:00")).isEqualTo("happenings_default");
    }

    private String partitionOf(String moment) {
        return db.sql(
                        "insert into hub.happenings values (nextval('hub.numbers'), cast(:at as timestamptz)) returning tableoid::regclass::text")
                .param("at", moment)
                .query(String.class)
                .single()
                .replace("hub.", "");
    }

    @BeforeEach
    void numbers() {
        db.sql("create sequence if not exists hub.numbers").update();
    }
}
