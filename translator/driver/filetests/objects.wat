 (func $driver/filetests/objects:measure (param $0 i32) (param $1 i32) (result i32)
  (local $2 i32)
  (local $3 i32)
  (local $4 i32)
  (local $5 i32)
  (local $scratch i32)
  (block $block
   (@metadata.code.branch_hint "\00")
   (if
    (i32.gt_u
     (local.tee $5
      (i32.add
       (local.tee $2
        (global.get $global$2)
       )
       (i32.const 16)
      )
     )
     (global.get $global$3)
    )
    (then
     (local.set $2
      (call $gc/allocate:gcReserve
       (i32.const 16)
       (local.get $1)
      )
     )
     (@metadata.code.branch_hint "\00")
     (br_if $block
      (global.get $global$0)
     )
    )
    (else
     (global.set $global$2
      (local.get $5)
     )
    )
   )
   (i64.store
    (local.get $2)
    (i64.const ADDRESS)
   )
   (i32.store offset=8
    (local.get $2)
    (local.get $0)
   )
   (local.set $2
    (local.get $2)
   )
   (local.set $3
    (i32.const 0)
   )
   (block $block1
    (loop $label
     (br_if $block1
      (i32.ge_s
       (local.get $3)
       (local.get $0)
      )
     )
     (@metadata.code.branch_hint "\00")
     (if
      (i32.gt_u
       (local.tee $5
        (i32.add
         (local.tee $4
          (global.get $global$2)
         )
         (i32.const 16)
        )
       )
       (global.get $global$3)
      )
      (then
       (i32.store
        (local.get $1)
        (local.get $2)
       )
       (local.set $4
        (call $gc/allocate:gcReserve
         (i32.const 16)
         (i32.add
          (local.get $1)
          (i32.const 4)
         )
        )
       )
       (@metadata.code.branch_hint "\00")
       (br_if $block
        (global.get $global$0)
       )
       (local.set $2
        (i32.load
         (local.get $1)
        )
       )
      )
      (else
       (global.set $global$2
        (local.get $5)
       )
      )
     )
     (i64.store
      (local.get $4)
      (i64.const ADDRESS)
     )
     (i32.store offset=8
      (local.get $4)
      (local.get $2)
     )
     (i32.store offset=12
      (local.get $4)
      (local.get $3)
     )
     (local.set $2
      (local.get $4)
     )
     (local.set $3
      (i32.add
       (local.get $3)
       (i32.const 1)
      )
     )
     (br $label)
    )
   )
   (if
    (i32.eq
     (i32.load
      (local.get $2)
     )
     (i32.const ADDRESS)
    )
    (then
     (local.set $0
      (i32.mul
       (local.tee $0
        (i32.load offset=8
         (local.get $2)
        )
       )
       (local.get $0)
      )
     )
    )
    (else
     (local.set $0
      (block (result i32)
       (local.set $scratch
        (call $Box.area
         (local.get $2)
         (local.get $1)
        )
       )
       (@metadata.code.branch_hint "\00")
       (br_if $block
        (global.get $global$0)
       )
       (local.get $scratch)
      )
     )
    )
   )
   (return
    (local.get $0)
   )
   (unreachable)
  )
  (i32.const 0)
 )
