"""duckdb. Every result is a table of its memory; it reads no GB18030."""
import os

import duckdb

from . import day
from .day import MATCHED, SUMMED, moment


class Day(day.Day):
    name = "duckdb"

    def __init__(self, folder):
        super().__init__(folder)
        self.connection = duckdb.connect()
        self.ask(f"set threads={os.environ['OMP_NUM_THREADS']}")
        self.ask("set preserve_insertion_order=true")

    def ask(self, query):
        return self.connection.execute(query).fetchall()

    def make(self, name, query):
        self.ask(f'create or replace table "{name}" as {query}')
        return name

    def kept(self, table, result):
        """Under a name of its own, so that a later run of the operation leaves it alone."""
        order = " order by ts" if table == "clean" else ""
        self.make(f"kept_{table}", f'select * from "{result}"{order}')
        if table == "clean":
            self.make("tags", "select tag, tag[1:3] as station from (select distinct tag from kept_clean)")
        return f"kept_{table}"

    def scada(self):
        return self.make(
            "scada", "select ts, tag, value::double as value, quality::smallint as quality "
            f"from read_csv('{self.path('scada_utf8.csv')}')")

    def mes(self):
        return self.make("mes", f"select * from read_csv('{self.path('mes.csv')}', types={{'order': 'VARCHAR'}})")

    def deduped(self):
        return self.make("deduped", "select distinct * from kept_samples")

    def filtered(self):
        return self.make("filtered", "select * from kept_unique where quality = 192 and value is not null")

    def converted(self):
        return self.make(
            "converted", "select ts, tag, case when contains(tag, '温度') then (value - 32) * 5 / 9 else value end "
            "as value, quality from kept_good")

    def without_outliers(self):
        return self.make(
            "without_outliers", "select t.* from kept_in_celsius t join (select tag, avg(value) m, stddev(value) s "
            "from kept_in_celsius group by tag) using (tag) where abs(t.value - m) <= 4 * s")

    def corrected(self):
        return self.make(
            "corrected", "select case when starts_with(tag, 'ST3') then ts - interval 2500 milliseconds else ts end "
            "as ts, * exclude (ts) from kept_clean order by 1")

    def grouped(self):
        return self.make(
            "grouped", "select tag, count(*) as count, avg(value) as mean, stddev(value) as std, min(value) as min, "
            "max(value) as max from kept_clean group by tag")

    def pivoted(self):
        return self.make(
            "pivoted", "select * from (pivot (select date_trunc('second', ts) as s, tag, value from kept_clean) "
            "on tag using avg(value) group by s) order by s")

    def filled(self):
        columns = [name for name, *_ in self.connection.execute("select * from kept_wide limit 1").description][1:]
        held = ", ".join(f'last_value("{name}" ignore nulls) over o as "{name}"' for name in columns)
        return self.make(
            "filled", f"select s, {held} from (select * from (select unnest(generate_series("
            "(select min(s) from kept_wide), (select max(s) from kept_wide), interval 1 second)) as s) "
            "left join kept_wide using (s)) window o as (order by s rows between unbounded preceding and current row)")

    def rolled(self):
        return self.make(
            "rolled", "select tag, ts, case when count(*) over o = 60 then avg(value) over o end as m, "
            "case when count(*) over o = 60 then stddev(value) over o end as sd from kept_clean "
            "window o as (partition by tag order by ts rows between 59 preceding and current row)")

    def joined_as_of(self):
        return self.make(
            "joined_as_of", 'select l.serial, l.tag, l."end", case when l."end" - r.ts <= interval 10 second '
            'then r.value end as value from (select serial, "end", tag from kept_serials join tags using (station)) l '
            'asof left join kept_clean r on l.tag = r.tag and l."end" >= r.ts')

    def inspections(self):
        return self.make(
            "inspections", "select i.serial, i.ts, case when unit = 'in' then gauge * 25.4 else gauge end as gauge, "
            f"label, m.* exclude (serial) from (select distinct * from read_csv('{self.path('inspect.csv')}')) i "
            "left join (select upper(serial) as serial, * exclude (serial) from kept_serials) m using (serial)")

    def written(self):
        path = self.path("duckdb.csv")
        self.ask(f"copy kept_clean to '{path}' (header)")
        os.remove(path)

    def one(self, query):
        return self.ask(query)[0]

    def total(self, operation, result):
        return self.one(f'select sum({SUMMED[operation]}) from "{result}"')[0]

    def shape(self, operation, result):
        columns = self.connection.execute(f'select * from "{result}" limit 1').description
        return self.one(f'select count(*) from "{result}"')[0], len(columns)

    def matches(self, operation, result):
        return self.one(f'select count(*), count({MATCHED[operation]}) from "{result}"')

    def ends(self, result):
        return [moment(time) for time in self.one(f'select min(ts), max(ts) from "{result}"')]

    def count(self, operation, result):
        return "" if operation == "written" else self.one(f'select count(*) from "{result}"')[0]
